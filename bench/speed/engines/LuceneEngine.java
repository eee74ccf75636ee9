import java.lang.management.ManagementFactory;
import java.nio.file.*;
import java.util.*;
import java.util.function.LongSupplier;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.FSDirectory;

/** Lucene as a process of its own: what engine-process.ts is for the others. Arguments: step, passages, folder, questions. */
public class LuceneEngine {
  static final int HITS = 20;
  static final int WARM_UP = 20;
  static final int TIMES = 3;

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[2]);
    if (arguments[0].equals("build")) build(Path.of(arguments[1]), folder);
    else find(folder, Files.readAllLines(Path.of(arguments[3])));
  }

  static void build(Path passages, Path folder) throws Exception {
    Watch watch = new Watch(LuceneEngine::ofProcess);
    IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), config);
        var lines = Files.newBufferedReader(passages)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split("\t", 3);
        Document document = new Document();
        document.add(new StoredField("id", fields[0]));
        document.add(new TextField("title", fields[1], Field.Store.NO));
        document.add(new TextField("text", fields[2], Field.Store.NO));
        writer.addDocument(document);
      }
    }
    System.out.printf(
        Locale.ROOT, "{\"seconds\":%s,\"peakMegabytes\":%f}%n", watch.json(1e9), memory("VmHWM"));
  }

  static void find(Path folder, List<String> questions) throws Exception {
    Watch watch = new Watch(LuceneEngine::ofProcess);
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Analyzer analyzer = new EnglishAnalyzer();
      search(searcher, analyzer, questions.get(0));
      String start = watch.json(1e9);
      for (String question : questions.subList(0, Math.min(WARM_UP, questions.size()))) {
        search(searcher, analyzer, question);
      }
      // As for the others, the fastest time of each question counts.
      double[] clock = new double[questions.size()];
      double[] processor = new double[questions.size()];
      List<List<String>> found = new ArrayList<>();
      for (int time = 0; time < TIMES; time++) {
        for (int at = 0; at < questions.size(); at++) {
          Watch asked = new Watch(LuceneEngine::ofThread);
          List<String> ids = search(searcher, analyzer, questions.get(at));
          double[] ms = {asked.clock(1e6), asked.processor(1e6)};
          if (time == 0) found.add(ids);
          clock[at] = time == 0 ? ms[0] : Math.min(clock[at], ms[0]);
          processor[at] = time == 0 ? ms[1] : Math.min(processor[at], ms[1]);
        }
      }
      StringJoiner answers = new StringJoiner(",");
      for (int at = 0; at < questions.size(); at++) {
        StringJoiner list = new StringJoiner(",");
        for (String id : found.get(at)) list.add('"' + id.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        answers.add(String.format(Locale.ROOT, "{\"ms\":%s,\"ids\":[%s]}", duration(clock[at], processor[at]), list));
      }
      System.out.printf(
          Locale.ROOT,
          "{\"seconds\":%s,\"heapMegabytes\":null,\"rssMegabytes\":%f,\"answers\":[%s],\"texts\":{}}%n",
          start,
          memory("VmRSS"),
          answers);
    }
  }

  static List<String> search(IndexSearcher searcher, Analyzer analyzer, String question) throws Exception {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String field : List.of("title", "text")) {
      try (TokenStream terms = analyzer.tokenStream(field, question)) {
        CharTermAttribute term = terms.addAttribute(CharTermAttribute.class);
        terms.reset();
        while (terms.incrementToken()) {
          query.add(new TermQuery(new Term(field, term.toString())), BooleanClause.Occur.SHOULD);
        }
        terms.end();
      }
    }
    List<String> ids = new ArrayList<>();
    StoredFields stored = searcher.storedFields();
    for (ScoreDoc hit : searcher.search(query.build(), HITS).scoreDocs) ids.add(stored.document(hit.doc).get("id"));
    return ids;
  }

  static long ofProcess() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  /** One thread searches; the compiler's are not asked for. */
  static long ofThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Nanoseconds by the clock and of the processor since it was made. */
  static class Watch {
    final LongSupplier processor;
    final long clock = System.nanoTime();
    final long started;

    Watch(LongSupplier processor) {
      this.processor = processor;
      started = processor.getAsLong();
    }

    double clock(double unit) {
      return (System.nanoTime() - clock) / unit;
    }

    double processor(double unit) {
      return (processor.getAsLong() - started) / unit;
    }

    String json(double unit) {
      return duration(clock(unit), processor(unit));
    }
  }

  static String duration(double clock, double processor) {
    return String.format(Locale.ROOT, "{\"clock\":%f,\"processor\":%f}", clock, processor);
  }

  /** In megabytes; 0 where the system does not tell. */
  static double memory(String name) throws Exception {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return 0;
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(name)) return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    }
    return 0;
  }
}
