using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Redaction;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Reading;
using Xunit.Abstractions;

namespace ReportBot.Knowledge.Tests.Redaction;

/// <summary>What tells who someone is leaves the copy; what happened stays in it.</summary>
public class RedactorTests(ITestOutputHelper output)
{
    private const double LeastRecall = 0.97;
    private const double LeastPrecision = 0.95;

    private static readonly Redactor Redactor = new();

    private static readonly Gen<string> Texts =
        Gen.Elements("abAZéł 0123456789@.:/-'’\"\n\0\u200f\u202e\u0301\ud800\udc00\ud83d\ude00עا我".ToCharArray()).ArrayOf().Select(chars => new string(chars));

    [Fact]
    public void Of_what_tells_who_someone_is_nearly_nothing_is_left()
    {
        var (sample, found, missed) = (Sample(), 0, new List<string>());
        foreach (var (text, marked) in sample)
        {
            var masks = Redactor.Redact(text).Masks;
            foreach (var mark in marked)
                if (IsCovered(text, mark, masks))
                    found++;
                else
                    missed.Add($"{mark.In(text)} in: {text}");
        }

        Tell($"recall {(double)found / (found + missed.Count):0.000} of {found + missed.Count}", missed);
        Assert.True(sample.Count >= 120);
        Assert.True(found >= LeastRecall * (found + missed.Count), string.Join('\n', missed));
    }

    [Fact]
    public void Of_what_is_masked_nearly_all_tells_who_someone_is()
    {
        var (right, wrong) = (0, new List<string>());
        foreach (var (text, marked) in Sample())
            foreach (var mask in Redactor.Redact(text).Masks)
                if (marked.Exists(mark => Overlap(mark, mask.Where)))
                    right++;
                else
                    wrong.Add($"{mask.Kind} {mask.Where.In(text)} in: {text}");

        Tell($"precision {(double)right / (right + wrong.Count):0.000} of {right + wrong.Count}", wrong);
        Assert.True(right >= LeastPrecision * (right + wrong.Count), string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("My neighbour Dave Perkins, 07700 900123", "My neighbour [name], [phone]")]
    [InlineData("sam@example.org or www.example.org/sam.", "[e-mail] or [link].")]
    [InlineData("14 Orchard Close, ME10 4QT", "[address], [postcode]")]
    [InlineData("born on 12/03/1985, NI QQ123456C", "born on [date of birth], NI [NI number]")]
    [InlineData("reg GK19 XYZ, crime number 46/12345/26", "reg [vehicle], crime number [police reference]")]
    [InlineData("Dave's dog bit Priya's son", "[name]'s dog bit [name]'s son")]
    [InlineData("sort code 20-45-12, card 4111111111111111", "sort code [bank details], card [bank details]")]
    public void Masks_say_what_they_stand_for(string text, string copy) => Assert.Equal(copy, Redactor.Redact(text).Text);

    [Theory]
    [InlineData("It was at 18.30 on 20.11.2026 and again on 21/11/2026 at 9am.")]
    [InlineData("")]
    [InlineData("\ud800 \udc00 \0 \u202e")]
    public void What_tells_nobody_stays_as_it_is(string text) => Assert.Equal(text, Redactor.Redact(text).Text);

    [Fact]
    public void Any_text_gives_a_copy_that_differs_in_its_masks_only() => Prop.ForAll(Texts.ToArbitrary(), IsTheTextWithMasks).QuickCheckThrowOnFailure();

    [Fact]
    public void A_copy_of_a_copy_is_the_same() =>
        Assert.All(Sample(), line => Assert.Equal(Redactor.Redact(line.Text).Text, Redactor.Redact(Redactor.Redact(line.Text).Text).Text));

    [Theory]
    [InlineData("a")]
    [InlineData("1 ")]
    [InlineData("Ab-")]
    [InlineData("one ")]
    [InlineData("x.x")]
    [InlineData("@a")]
    [InlineData("Dave 12 Mill Lane 07700 900123, ")]
    public void Twenty_thousand_characters_of_anything_are_read_to_their_end(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 20_000 / part.Length));

        Assert.True(IsTheTextWithMasks(text));
    }

    private static bool IsTheTextWithMasks(string text)
    {
        var redacted = Redactor.Redact(text);
        var (copy, at) = (new StringBuilder(), 0);
        foreach (var mask in redacted.Masks)
        {
            if (mask.Where.Start < at || mask.Where.Length < 1)
                return false;
            copy.Append(text, at, mask.Where.Start - at).Append(mask.Kind.Mask());
            at = mask.Where.Start + mask.Where.Length;
        }

        return copy.Append(text, at, text.Length - at).ToString() == redacted.Text && Redactor.Redact(text).Text == redacted.Text;
    }

    // Every letter and digit of it is under a mask; what is no letter may be left.
    private static bool IsCovered(string text, Span mark, IEnumerable<Masked> masks) => Enumerable.Range(mark.Start, mark.Length)
        .Where(at => char.IsLetterOrDigit(text[at]) && !IsLeftAlone(mark.In(text), text, at)).All(at => masks.Any(mask => Overlap(mask.Where, new Span(at, 1))));

    // "Mr", "PC" and "the … family" tell nobody.
    private static bool IsLeftAlone(string mark, string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        var end = at;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return mark.Length > 3 && text[start..end].ToLowerInvariant() is "mr" or "mrs" or "ms" or "pc" or "dc" or "sgt" or "rev" or "sheikh" or "auntie" or "the" or "family" or "and" or "4021" or "cad";
    }

    private static bool Overlap(Span one, Span other) => one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;

    private static List<(string Text, List<Span> Marked)> Sample()
    {
        using var reader = new StreamReader(typeof(RedactorTests).Assembly.GetManifestResourceStream("Redaction/sample.txt")!);
        return [.. DataFile.Entries(reader.ReadToEnd()).Select(line => Parsed(line.Text))];
    }

    private static (string Text, List<Span> Marked) Parsed(string line)
    {
        var (text, marked) = (new StringBuilder(), new List<Span>());
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '{')
            {
                text.Append(line[at]);
                continue;
            }

            var end = line.IndexOf('}', at);
            var words = line[(at + 3)..end];
            marked.Add(new Span(text.Length, words.Length));
            text.Append(words);
            at = end;
        }

        return (text.ToString(), marked);
    }

    private void Tell(string figure, IEnumerable<string> rest)
    {
        output.WriteLine(figure);
        foreach (var line in rest)
            output.WriteLine(line);
    }
}
