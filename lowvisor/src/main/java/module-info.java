/// The EL2 half of split mode (Linux: hyp/nvhe).
module splitvisor.lowvisor {
    requires splitvisor.cpu;
    requires splitvisor.highvisor;

    provides splitvisor.highvisor.hyp.HostConfiguration with
            splitvisor.lowvisor.SplitHost;
}
