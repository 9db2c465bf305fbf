/// The engines: ways to run the one meaning of each instruction.
package splitvisor.cpu.engine;
