package splitvisor.benchmarks.lab;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniverseTest {

    @TempDir
    private Path classes;

    @Test
    void itsEndLeavesOpenTheJarFilesThatOthersRead() throws IOException {
        String name = ObjectMapper.class.getName().replace('.', '/') + ".class";
        JarURLConnection connection =
                (JarURLConnection) ObjectMapper.class.getResource("/" + name).openConnection();
        JarFile jar = connection.getJarFile();
        try (Universe universe = new Universe(classes, System.getProperty("java.class.path"));
                InputStream resource = universe.getResourceAsStream(name)) {
            assertNotNull(resource);
        }
        try (InputStream again = jar.getInputStream(jar.getEntry(name))) {
            assertNotNull(again);
        }
    }
}
