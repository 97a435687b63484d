using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>Whatever is typed is read to its end: nothing hangs, nothing throws, and every span lies in the text.</summary>
public class ReadsAnythingTests
{
    private static readonly Recogniser Recogniser = new();
    private static readonly DangerWatch DangerWatch = new();
    private static readonly Extractor Extractor = new();
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    // Signs that hide letters next to letters, quotes, digits and broken surrogates: where readers go wrong.
    private static readonly Gen<string> Texts = Gen.Elements("!@$*#_|'’\"“”.,:;-–()[]/\\ \n\tabeAZ019£€\ud800\udc00é\u200b\u0301".ToCharArray()).ArrayOf().Select(chars => new string(chars));

    [Theory]
    [InlineData("!change:nothing")]
    [InlineData("@")]
    [InlineData("$$$a")]
    [InlineData("\ud800")]
    public void Reads_texts_that_once_were_not_read(string text) => ReadsIt(text);

    [Fact]
    public void Reads_any_text() => Prop.ForAll(Texts.ToArbitrary(), ReadsIt).QuickCheckThrowOnFailure();

    private static void ReadsIt(string text)
    {
        var recognised = Recogniser.Read(text);
        var danger = DangerWatch.Look(text);
        Extractor.Read(text, Now);
        Extractor.When(text, Now);
        Extractor.Contact(text);

        Assert.All(recognised.Characteristics.SelectMany(suggestion => suggestion.Evidence).Concat(danger.Evidence), span => Assert.NotEmpty(span.In(text)));
    }
}
