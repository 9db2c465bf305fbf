/// The generic timers and the machine's one time line.
package splitvisor.cpu.timer;
