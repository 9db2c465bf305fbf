package splitvisor.cpu.isa; final class Todo {}
