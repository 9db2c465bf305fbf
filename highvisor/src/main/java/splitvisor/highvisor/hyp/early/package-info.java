/// The building blocks of the world switches of Linux 4.0 and 4.5, where they differ from those of today: all of the
/// virtual CPU interface and of the timer, and all of EL1, on every entry and every exit.
package splitvisor.highvisor.hyp.early;
