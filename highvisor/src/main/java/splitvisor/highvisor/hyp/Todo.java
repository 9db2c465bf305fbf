package splitvisor.highvisor.hyp; final class Todo {}
