/// The labs: what each asks of a student, how a submission is compiled, vetted, run in a JVM of its own and judged by
/// what the machine was seen to do. Handouts and starters are in `docs/labs`.
package splitvisor.benchmarks.lab;
