/// The performance monitors of a PE (FEAT_PMUv3p1).
package splitvisor.cpu.pmu;
