package splitvisor.cpu.sysreg;

/// System registers that are a window to a device beside the PE: the generic timers, the GIC's CPU
/// interface. An access that passed all traps comes here instead of to the bank. The register given is
/// the one reached, after E2H redirection.
public interface RegisterDevice {

    long read(SysReg register);

    void write(SysReg register, long value);
}
