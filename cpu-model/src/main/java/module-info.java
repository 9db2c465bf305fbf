/// The machine: registers, instructions, MMU, GIC, timers, board, engines, costs, observation.
/// There is no KVM in here.
module splitvisor.cpu {
    requires transitive com.fasterxml.jackson.databind;

    exports splitvisor.cpu;
    exports splitvisor.cpu.board;
    exports splitvisor.cpu.cost;
    exports splitvisor.cpu.engine;
    exports splitvisor.cpu.gic;
    exports splitvisor.cpu.hosted;
    exports splitvisor.cpu.isa;
    exports splitvisor.cpu.memory;
    exports splitvisor.cpu.mmu;
    exports splitvisor.cpu.observe;
    exports splitvisor.cpu.pmu;
    exports splitvisor.cpu.sysreg;
    exports splitvisor.cpu.timer;
    exports splitvisor.cpu.virtio;
}
