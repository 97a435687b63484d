using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Tests.Language;

/// <summary>English of every kind stays English; four words and more of another language are told.</summary>
public class LanguageReaderTests
{
    private static readonly LanguageReader Reader = new();

    /// <summary>Letters of many scripts, marks, signs, digits, directions, broken surrogates and NUL.</summary>
    internal static Gen<string> AnyTexts { get; } =
        Gen.Elements("aeżłșñéİıЖиїعەपिਗবഅ我かግ '’-.@:/#0\u0300\u200b\u200f\u202e\ud83d\ude00\ud800\udc00\0\n\t".ToCharArray()).ArrayOf().Select(chars => new string(chars));

    public static TheoryData<string> EnglishSentences => [.. Sentences("english.txt").Select(line => line.Text)];

    public static TheoryData<string, string> OtherSentences
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var line in Sentences("other-languages.txt"))
                data.Add(line.Heading, line.Text);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EnglishSentences))]
    public void English_is_never_called_another_language(string words) => Assert.Null(Reader.Read(words).Mark);

    [Theory]
    [MemberData(nameof(OtherSentences))]
    public void Another_language_is_told(string code, string words) => Assert.Equal(code, Reader.Read(words).Mark);

    [Fact]
    public void Longer_English_is_told_as_English() =>
        Assert.Equal(LanguageVerdict.English, Reader.Read("My neighbour Zbigniew shouted at me again last night by the bins.").Verdict);

    [Theory]
    [InlineData("Суседзі штодня на нас крычаць і пагражаюць")]
    [InlineData("私の隣人は毎日私に怒鳴ります")]
    [InlineData("หมาข้างบ้านเห่าทั้งคืน เขาตะโกนใส่ฉัน ทุกวัน ทุกคืน")]
    [InlineData("Naapurini huutaa minulle joka päivä rappukäytävässä ja uhkailee")]
    public void A_language_without_a_profile_is_still_not_English(string words) => Assert.True(Reader.Read(words).IsOther);

    [Fact]
    public void Every_profile_has_its_names_and_its_words() => Assert.All(WrittenLanguage.All, language =>
    {
        Assert.NotEmpty(language.Name);
        Assert.NotEmpty(language.OwnName);
        Assert.Same(language, WrittenLanguage.Of(language.Code));
    });

    [Fact]
    public void Reads_any_text_and_the_same_each_time() =>
        Prop.ForAll(AnyTexts.ToArbitrary(), text => Reader.Read(text) == Reader.Read(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Reads_twenty_thousand_characters() =>
        Assert.Equal(LanguageVerdict.English, Reader.Read(string.Concat(Enumerable.Repeat("He shouted at us again by the bins. ", 600))).Verdict);

    /// <summary>The sentences of a file beside these tests.</summary>
    internal static List<DataLine> Sentences(string file)
    {
        using var reader = new StreamReader(typeof(LanguageReaderTests).Assembly.GetManifestResourceStream("Language/" + file)!);
        return [.. DataFile.Entries(reader.ReadToEnd())];
    }
}
