using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Benchmarks.Recognition;

/// <summary>
/// Measures how fast accounts are recognised: labels, behaviours and danger together, accounts of 60 words, by the processor time of one core; what a
/// message of 20 words costs the danger watch; and that time grows with length and no faster.
/// </summary>
internal static class RecogniseVerb
{
    private const int Accounts = 4000;
    private const int WordsEach = 60;

    // The code that is run oftenest is compiled anew while it runs: only the last rounds tell.
    private const int Rounds = 12;

    /// <summary>Runs it over the texts of the files and prints the figures.</summary>
    public static int Run(TextWriter output, IEnumerable<string> files)
    {
        var texts = files.SelectMany(File.ReadLines).Select(Text).ToList();
        if (texts.Count == 0)
        {
            output.WriteLine("No texts: name one or more files of JSON lines, each with a \"text\".");
            return 1;
        }

        var started = Stopwatch.GetTimestamp();
        var watch = new DangerWatch();
        var whole = new WholeReader(new Recogniser(), watch);
        Tell(output, $"ready after {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
        var accounts = Cut(texts, WordsEach, Accounts);
        for (var round = 0; round < Rounds; round++)
            Tell(output, Measure(accounts, text => whole.Read(text), "accounts of 60 words"));
        Tell(output, Measure(Cut(texts, 20, Accounts), text => watch.Look(text), "danger, messages of 20 words"));
        foreach (var length in (int[])[1000, 5000, 10_000, 20_000])
            Tell(output, Growth(texts, length, whole));
        return 0;
    }

    private static string Text(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString()!;
    }

    private static void Tell(TextWriter output, FormattableString line) => output.WriteLine(FormattableString.Invariant(line));

    private static FormattableString Measure(List<string> texts, Action<string> read, string what)
    {
        // The processor time of the process, so that what else the machine does counts as little as it can.
        var (started, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        foreach (var text in texts)
            read(text);
        var seconds = (Environment.CpuUsage.TotalTime - started).TotalSeconds;
        return $"{what}: {texts.Count / seconds:0} a second, {1e6 * seconds / texts.Count:0.0} us and {(GC.GetAllocatedBytesForCurrentThread() - allocated) / texts.Count} bytes each";
    }

    private static FormattableString Growth(List<string> texts, int length, WholeReader whole)
    {
        var built = new StringBuilder();
        for (var i = 0; built.Length < length; i++)
            built.Append(CultureInfo.InvariantCulture, $"{texts[i % texts.Count]} ");
        var text = built.ToString(0, length);
        var best = double.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var started = Stopwatch.GetTimestamp();
            whole.Read(text);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return $"{length} characters: {best:0.00} ms";
    }

    private static List<string> Cut(List<string> texts, int words, int count)
    {
        var all = texts.SelectMany(text => text.Split(' ')).ToList();
        return [.. Enumerable.Range(0, count).Select(i => string.Join(' ', Enumerable.Range(0, words).Select(word => all[((i * words) + word) % all.Count])))];
    }
}
