package splitvisor.benchmarks.lab;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A class loader with everything in it once more, and the submission's classes before the hosts' own: a class of
/// the same name takes the other's place, with all the rights that its package gives it.
final class Universe extends URLClassLoader {

    Universe(Path classes, String classPath) {
        super(urls(classes, classPath), ClassLoader.getPlatformClassLoader());
    }

    /// Past the JVM's cache of open jars: what a loader has taken from there it closes when it is closed itself, and
    /// others are reading it.
    @Override
    public InputStream getResourceAsStream(String name) {
        URL url = getResource(name);
        if (url == null) {
            return null;
        }
        try {
            return open(url);
        } catch (IOException e) {
            return null; // as the method that it overrides
        }
    }

    /// A resource, past that cache too.
    static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
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
