package splitvisor.benchmarks.lab;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A class loader with everything in it once more, and the submission's classes before the hosts' own: a class of
/// the same name takes the other's place, with all the rights that its package gives it.
final class Universe extends URLClassLoader {

    Universe(Path classes, String classPath) {
        super(urls(classes, classPath), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] urls(Path classes, String classPath) {
        List<URL> urls = new ArrayList<>();
        try {
            urls.add(classes.toUri().toURL());
            for (String entry : classPath.split(File.pathSeparator)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        return urls.toArray(URL[]::new);
    }
}
