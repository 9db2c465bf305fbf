/// KVM observed from outside: its tracepoints and counters, told from what the machine reports.
package splitvisor.benchmarks.kvm;
