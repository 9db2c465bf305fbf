/// Translation (Arm ARM D8): regimes, the walker, the TLB, permissions, attributes and the aborts that come of them.
package splitvisor.cpu.mmu;
