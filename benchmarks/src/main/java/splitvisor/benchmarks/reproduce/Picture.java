package splitvisor.benchmarks.reproduce;

/// A figure of a page: the name of its file without the ending, a caption, and the SVG.
record Picture(String name, String caption, String svg) {}
