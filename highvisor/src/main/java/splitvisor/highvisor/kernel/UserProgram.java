package splitvisor.highvisor.kernel;

/// A program that runs as a process at EL0. Java that acts on the machine only through [UserCpu].
public interface UserProgram {

    /// The name in messages.
    String name();

    /// The program, from entry to exit.
    void run(UserCpu cpu);
}
