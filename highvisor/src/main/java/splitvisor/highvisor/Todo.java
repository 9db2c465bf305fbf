package splitvisor.highvisor; final class Todo {}
