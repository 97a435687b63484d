using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Tests.Language;

/// <summary>A plain cry for help is heard in other languages, and English is not mistaken for one.</summary>
public class CryWatchTests
{
    private static readonly CryWatch Watch = new();

    public static TheoryData<string> English => [.. LanguageReaderTests.Sentences("english.txt").Select(line => line.Text)];

    [Theory]
    [InlineData("pl", "Pomocy!")]
    [InlineData("pl", "on ma noz i jest pod drzwiami")]
    [InlineData("pl", "Błagam, wezwijcie policję, on mnie zabije")]
    [InlineData("ro", "Ajutor! Are un cuțit!")]
    [InlineData("ro", "vă rog chemati politia repede")]
    [InlineData("ne", "मलाई बचाउनुहोस्")]
    [InlineData("ne", "prahari bolaunus")]
    [InlineData("lt", "padėkite man, jis turi peili")]
    [InlineData("bg", "помогнете ми, ще ме убие")]
    [InlineData("bg", "shte me ubie")]
    [InlineData("sk", "Má nôž! Zavolajte políciu!")]
    [InlineData("cs", "on mě zabije")]
    [InlineData("hu", "Segítség!")]
    [InlineData("pa", "menu bachao")]
    [InlineData("bn", "amake mere felbe")]
    [InlineData("pt", "Socorro, ele tem uma faca")]
    [InlineData("es", "ayuda por favor")]
    [InlineData("es", "mi marido me va a matar")]
    [InlineData("it", "aiuto mi sta picchiando")]
    [InlineData("fr", "au secours")]
    [InlineData("fr", "s'il vous plaît appelez la police")]
    [InlineData("tr", "imdat polis çağırın")]
    [InlineData("ar", "ساعدوني")]
    [InlineData("ar", "زوجي يريد أن يقتلني")]
    [InlineData("zh", "救命")]
    [InlineData("zh", "外面有人着火了快来")]
    [InlineData("ru", "Вызовите полицию, он ломает дверь")]
    [InlineData("uk", "рятуйте")]
    [InlineData("sq", "ai do të më vrasë")]
    [InlineData("ur", "woh mujhe maar raha hai")]
    [InlineData("ur", "پولیس کو بلاؤ")]
    [InlineData("gu", "mane bachavo")]
    [InlineData("ta", "காப்பாற்றுங்கள்")]
    [InlineData("fa", "کمک")]
    [InlineData("so", "mindi buu haystaa")]
    [InlineData("ckb", "هاوار")]
    [InlineData("ti", "ፖሊስ ጸውዑ")]
    public void A_cry_for_help_is_heard(string code, string words)
    {
        var cry = Watch.Look(words);

        Assert.Equal(code, cry?.Code);
        Assert.NotEmpty(cry!.Where.In(words));
    }

    [Theory]
    [InlineData("Wczoraj policja była u nas w domu i spisała protokół")]
    [InlineData("La policía vino ayer y no hizo nada")]
    [InlineData("J'ai appelé la police hier mais rien ne s'est passé")]
    [InlineData("la police sont venus hier soir chez nous")]
    public void What_is_told_of_the_police_is_no_cry(string words) => Assert.Null(Watch.Look(words));

    [Theory]
    [MemberData(nameof(English))]
    public void No_English_is_heard_as_one(string words) => Assert.Null(Watch.Look(words));

    [Fact]
    public void No_phrase_is_English_as_well()
    {
        var english = DataFile.Entries(EmbeddedData.Text("Language/Profiles/en.txt")).Where(line => line.Heading == "words")
            .SelectMany(line => line.Text.Split(' ')).ToHashSet();

        Assert.Empty(CryWatch.Phrases().Where(phrase => phrase.Words.All(english.Contains)).Select(phrase => phrase.Typed));
    }

    [Fact]
    public void Every_phrase_is_of_a_known_language_and_found_in_itself()
    {
        Assert.All(CryWatch.Phrases(), phrase => Assert.NotNull(WrittenLanguage.Of(phrase.Code)));
        Assert.All(CryWatch.Phrases(), phrase => Assert.NotNull(Watch.Look(string.Join(' ', phrase.Words))));
    }

    [Fact]
    public void Looks_through_any_text() => Prop.ForAll(LanguageReaderTests.AnyTexts.ToArbitrary(), text => Watch.Look(text)).QuickCheckThrowOnFailure();
}
