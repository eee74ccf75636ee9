import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.common.transport.TransportAddress;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/**
 * Real OpenSearch nodes in one JVM, bound to loopback, for tests.
 *
 * Arguments: a folder for the data, how many nodes. Prints `ready URL,URL,…`, then obeys lines on standard input:
 * `stop N` and `start N` are answered by a line of the same words when done. Ends when standard input does, so that it never outlives who started it.
 */
public final class TestCluster {
  private static final class TestNode extends Node {
    TestNode(Settings settings) {
      super(
          InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "node"),
          List.of(Netty4Plugin.class),
          false);
    }
  }

  private final Path folder;
  private final List<String> transportPorts = new ArrayList<>();
  private final List<String> httpPorts = new ArrayList<>();
  private final Node[] nodes;

  private TestCluster(Path folder, int count) throws IOException {
    this.folder = folder;
    nodes = new Node[count];
    for (int number = 0; number < count; number++) {
      transportPorts.add(String.valueOf(freePort()));
      httpPorts.add(String.valueOf(freePort()));
    }
  }

  private static int freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void start(int number) throws Exception {
    List<String> names = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (int each = 0; each < nodes.length; each++) {
      names.add("node-" + each);
      addresses.add("127.0.0.1:" + transportPorts.get(each));
    }
    Settings settings =
        Settings.builder()
            .put("cluster.name", "clippings-test")
            .put("node.name", "node-" + number)
            .put("path.home", folder.resolve("node-" + number))
            .put("network.host", "127.0.0.1")
            .put("transport.port", transportPorts.get(number))
            .put("http.port", httpPorts.get(number))
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            .putList("discovery.seed_hosts", addresses)
            .putList("cluster.initial_cluster_manager_nodes", names)
            .put("node.processors", 2)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    nodes[number] = new TestNode(settings);
    nodes[number].start();
  }

  private void stop(int number) throws Exception {
    if (nodes[number] == null) return;
    nodes[number].close();
    nodes[number].awaitClose(20, TimeUnit.SECONDS);
    nodes[number] = null;
  }

  private void obey(String line) throws Exception {
    String[] words = line.split(" ");
    int number = Integer.parseInt(words[1]);
    if (words[0].equals("stop")) stop(number);
    else start(number);
    System.out.println(line);
  }

  public static void main(String[] arguments) throws Exception {
    TestCluster cluster = new TestCluster(Files.createDirectories(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
    List<Thread> starting = new ArrayList<>();
    for (int number = 0; number < cluster.nodes.length; number++) {
      int each = number;
      Thread thread =
          new Thread(
              () -> {
                try {
                  cluster.start(each);
                } catch (Throwable error) {
                  error.printStackTrace();
                  Runtime.getRuntime().halt(1);
                }
              });
      thread.start();
      starting.add(thread);
    }
    for (Thread thread : starting) thread.join();
    List<String> urls = new ArrayList<>();
    for (String port : cluster.httpPorts) urls.add("http://127.0.0.1:" + port);
    System.out.println("ready " + String.join(",", urls));
    Scanner lines = new Scanner(System.in);
    while (lines.hasNextLine()) cluster.obey(lines.nextLine());
    Runtime.getRuntime().halt(0);
  }
}
