package splitvisor.cpu.board; final class Todo {}
