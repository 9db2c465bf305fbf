/// The difference VHE makes (Linux: hyp/vhe).
module splitvisor.vhe {
    requires splitvisor.cpu;
    requires splitvisor.highvisor;

    provides splitvisor.highvisor.hyp.HostConfiguration with
            splitvisor.vhe.VheHost;
}
