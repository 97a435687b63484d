using System.Text;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class RiskRulesTests
{
    private static readonly RiskRules Rules = RiskRules.Embedded;

    [Theory]
    // Words alone, each with the reason they give.
    [InlineData("He said he'd burn the house down", "fire")]
    [InlineData("they put fireworks through the letterbox", "fire")]
    [InlineData("dog mess posted through my door", "letterbox")]
    [InlineData("I just want to end it all", "self-harm")]
    [InlineData("I've been thinking about killing myself", "self-harm")]
    [InlineData("I can't cope any more", "low-mood")]
    [InlineData("she ended up in hospital", "medical-help")]
    [InlineData("He spat at me on the stairs", "violence")]
    [InlineData("someone threw a bottle at us", "violence")]
    [InlineData("the window has been smashed and the door won't lock", "make-safe")]
    [InlineData("they scrawled words on my door", "offensive-graffiti")]
    [InlineData("it's getting worse every week", "escalating")]
    [InlineData("this isn't the first time", "repeat")]
    [InlineData("I have reported it before and nothing was done", "unresolved")]
    [InlineData("he waits for me by the bins", "targeted")]
    [InlineData("a gang of them came round", "several-people")]
    [InlineData("I'm too scared to leave my flat", "fear-of-home")]
    [InlineData("I don't go out any more", "fear-of-home")]
    [InlineData("I don't feel safe", "fear")]
    [InlineData("my daughter is terrified", "fear")]
    [InlineData("I can't sleep for thinking of it", "health")]
    [InlineData("I live on my own and have no family here", "isolation")]
    [InlineData("I use a wheelchair", "disability")]
    [InlineData("my mother has dementia", "care-needs")]
    [InlineData("my carer comes twice a day", "care-needs")]
    [InlineData("she is a pensioner", "older")]
    [InlineData("my wife is pregnant", "pregnancy")]
    [InlineData("I'm 15 and they do it on the way to school", "under-18")]
    [InlineData("My son is trans, he's 16. The man yells at him.", "under-18")]
    [InlineData("they shout at my 8 year old", "under-18")]
    [InlineData("a text with a picture of a noose", "threats")]
    [InlineData("he says he's gonna stab me", "threats")]
    [InlineData("a stone came through the kitchen window", "make-safe")]
    [InlineData("mum's not been out since", "fear-of-home")]
    [InlineData("he locked me in the bin store", "violence")]
    [InlineData("I'm registered blind", "disability")]
    [InlineData("my ex-husband hits me when he's drunk", "domestic")]
    public void Find_the_reason_in_the_words(string account, string code)
    {
        var reasons = Rules.Assess(Draft(account), AccountReading.Nothing).Reasons;

        var reason = Assert.Single(reasons, reason => reason.Code == code);
        Assert.Contains(reason.Words!, account, StringComparison.Ordinal);
        Assert.NotNull(Rules.Says(code));
    }

    [Theory]
    [InlineData("He shouted a name at me from a car.")]
    [InlineData("I'm not scared of him and nobody was hit.")]
    [InlineData("I am 45 and I've never been depressed.")]
    [InlineData("The heating is broken and it's cold")]
    [InlineData("I'm 17 weeks along with my course")]
    [InlineData("The lad upstairs is 16 and he called me a name")]
    [InlineData("A card was pushed under our door")]
    [InlineData("the blind in the common room is stuck")]
    [InlineData("I'm 15 minutes from there")]
    public void Find_nothing_where_nothing_is(string account) =>
        Assert.Empty(Rules.Assess(Draft(account), AccountReading.Nothing).Reasons);

    [Fact]
    public void Put_danger_a_weapon_and_a_threat_to_life_in_the_high_band_at_once()
    {
        const string Account = "He held a knife and said he'd kill me.";
        var knife = new Found<bool>(true, new Span(10, 5));
        var kill = new Found<bool>(true, new Span(21, 15));

        Assert.Equal(RiskBand.High, Rules.Assess(Draft(Account), new AccountReading { DangerSeen = true }).Band);
        Assert.Equal(RiskBand.High, Rules.Assess(Draft(Account), Reading(new Extraction { ThreatToLife = kill })).Band);
        var assessed = Rules.Assess(Draft(Account), Reading(new Extraction { Weapon = knife }));
        Assert.Equal(RiskBand.High, assessed.Band);
        Assert.Equal("knife", assessed.Reasons.Single(reason => reason.Code == "weapon").Words);
    }

    [Fact]
    public void Let_mild_words_to_a_vulnerable_person_outrank_damage_to_a_strong_one()
    {
        var mild = Draft("He calls me names. I live alone, I use a wheelchair and I'm afraid to leave the house.")
            .With(Given(Question.Behaviours, BehaviourChoice.VerbalAbuse)).With(Given(Question.Before, BeforeChoice.OftenOrWorse));
        var damage = Draft("A stranger broke the mirror of my car.").With(Given(Question.Behaviours, BehaviourChoice.Damage));

        var (high, standard) = (Rules.Assess(mild, AccountReading.Nothing), Rules.Assess(damage, AccountReading.Nothing));

        Assert.Equal(RiskBand.High, high.Band);
        Assert.Equal(RiskBand.Standard, standard.Band);
        Assert.True(high.Score > standard.Score);
    }

    [Fact]
    public void Put_names_shouted_once_by_a_stranger_in_the_standard_band()
    {
        var draft = Draft("A man shouted names at me from a car.").With(Given(Question.Behaviours, BehaviourChoice.VerbalAbuse))
            .With(Given(Question.WhoDidIt, WhoDidItChoice.Stranger)).With(Given(Question.Before, BeforeChoice.FirstTime));

        Assert.Equal(RiskBand.Standard, Rules.Assess(draft, AccountReading.Nothing).Band);
    }

    [Fact]
    public void Put_a_neighbour_who_does_it_often_in_the_medium_band()
    {
        var draft = Draft("He calls us names.").With(Given(Question.Behaviours, BehaviourChoice.VerbalAbuse))
            .With(Given(Question.WhoDidIt, WhoDidItChoice.Neighbour)).With(Given(Question.Before, BeforeChoice.OftenOrWorse));

        Assert.Equal(RiskBand.Medium, Rules.Assess(draft, AccountReading.Nothing).Band);
    }

    [Fact]
    public void Believe_the_answer_before_the_account()
    {
        const string Account = "He pushed past me again and the window is smashed, my boy saw it";
        var everything = new Extraction
        {
            Injury = new Found<bool>(true, new Span(0, 9)), Repeat = new Found<bool>(true, new Span(18, 5)), Damage = new Found<bool>(true, new Span(28, 6)),
            Children = new Found<bool>(true, new Span(49, 6)), WhoDidIt = new Found<string>(WhoDidItChoice.Neighbour, new Span(0, 2)),
        };
        var answered = Draft(Account)
            .With(Given(Question.Harm, HarmChoice.NotHurt)).With(Given(Question.Before, BeforeChoice.FirstTime)).With(Given(Question.Damage, DamageChoice.None))
            .With(Given(Question.Children, YesNoChoice.No)).With(Given(Question.WhoDidIt, WhoDidItChoice.Stranger));

        var open = Rules.Assess(Draft(Account), Reading(everything)).Reasons.Select(reason => reason.Code).ToHashSet();
        var settled = Rules.Assess(answered, Reading(everything)).Reasons.Select(reason => reason.Code).ToHashSet();

        Assert.Superset(new HashSet<string> { "injury", "repeat", "damage", "make-safe", "children", "neighbour" }, open);
        Assert.Empty(settled.Intersect(["injury", "repeat", "damage", "make-safe", "children", "neighbour"]));
    }

    [Fact]
    public void Count_only_the_weightiest_of_a_group()
    {
        var draft = Draft("It happens again and again, every night.").With(Given(Question.Before, BeforeChoice.Before))
            .With(Given(Question.Harm, HarmChoice.Hurt, HarmChoice.NeededHelp));

        var codes = Rules.Assess(draft, AccountReading.Nothing).Reasons.Select(reason => reason.Code).ToList();

        Assert.Equal(["medical-help", "escalating"], codes);
    }

    [Fact]
    public void Take_the_chosen_behaviours_over_the_suggested_ones()
    {
        const string Account = "He put up a poster";
        var reading = new AccountReading { Recognised = new([], [new BehaviourSuggestion(7, [new Span(3, 15)], 0.9)]) };

        var suggested = Rules.Assess(Draft(Account), reading);
        var chosen = Rules.Assess(Draft(Account).With(Given(Question.Behaviours, BehaviourChoice.OnlineAbuse)), reading);

        Assert.Equal([new RiskReason("literature", 2, "put up a poster")], suggested.Reasons.ToArray());
        Assert.Equal([new RiskReason("online-abuse", 1, null)], chosen.Reasons.ToArray());
    }

    [Fact]
    public void Read_what_it_has_done_to_them_and_not_what_they_would_like()
    {
        var draft = Draft("He called me names.")
            .With(new Answer { Question = Question.Effect, Kind = AnswerKind.Given, Words = "I can't sleep", At = At })
            .With(new Answer { Question = Question.Wants, Kind = AnswerKind.Given, Words = "Him gone, I was in hospital with an ambulance", At = At });

        Assert.Equal([new RiskReason("health", 4, "I can't sleep")], Rules.Assess(draft, AccountReading.Nothing).Reasons.ToArray());
    }

    [Fact]
    public void Pass_over_a_span_that_is_not_in_the_account()
    {
        var reading = Reading(new Extraction { Weapon = new Found<bool>(true, new Span(400, 5)) });

        Assert.Equal([new RiskReason("weapon", 12, null)], Rules.Assess(Draft("Short."), reading).Reasons.ToArray());
    }

    [Fact]
    public void Quote_a_long_sentence_in_part()
    {
        const string Account = "when I came back from the shops with my two bags that afternoon I was so scared I dropped them all over the landing and ran";

        var reason = Rules.Assess(Draft(Account), AccountReading.Nothing).Reasons.Single(reason => reason.Code == "fear");

        Assert.Equal("afternoon I was so scared I dropped them all", reason.Words);
    }

    [Fact]
    public void Name_reasons_heaviest_first_and_add_them_up()
    {
        var assessed = Rules.Assess(Draft("I'm scared, I live alone and he spat at me again."), AccountReading.Nothing);

        Assert.Equal(assessed.Reasons.OrderByDescending(reason => reason.Points).Select(reason => reason.Code), assessed.Reasons.Select(reason => reason.Code));
        Assert.Equal(assessed.Reasons.Sum(reason => reason.Points), assessed.Score);
    }

    [Theory]
    [InlineData("\"high\": 12", "\"high\": 6", "bands must rise")]
    [InlineData("\"code\": \"ongoing\"", "\"code\": \"repeat\"", "'repeat' stands there twice")]
    [InlineData("\"code\": \"ongoing\"", "\"code\": \"on-going\"", "Nothing sets the reason 'on-going'")]
    [InlineData("\"points\": 2, \"says\": \"It still goes on\"", "\"points\": 0, \"says\": \"It still goes on\"", "'ongoing' needs points above 0")]
    [InlineData("\"gang*\"", "\"... gang\"", "'... gang' is not a cue")]
    [InlineData("\"medium\": 6", "\"medum\": 6", "cannot be read")]
    public void Say_what_is_wrong_with_their_file(string right, string wrong, string problem)
    {
        using var reader = new StreamReader(typeof(RiskRules).Assembly.GetManifestResourceStream("Reporting/risk.json")!);
        var file = reader.ReadToEnd().Replace(right, wrong, StringComparison.Ordinal);

        var thrown = Assert.Throws<KnowledgeDataException>(() => RiskRules.Read(new MemoryStream(Encoding.UTF8.GetBytes(file))));

        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
    }

    internal static readonly DateTimeOffset At = new(2026, 11, 22, 19, 30, 0, TimeSpan.Zero);

    internal static ReportDraft Draft(string account) =>
        new ReportDraft { Id = new Guid("7d6d1dd2-7c3b-4a8e-9a3e-0d5b8f0f5d11"), StartedAt = At }.WithAccount(account, At);

    internal static Answer Given(string question, params string[] choices) =>
        new() { Question = question, Kind = AnswerKind.Given, Choices = [.. choices], At = At };

    internal static AccountReading Reading(Extraction extraction) => new() { Extraction = extraction };
}
