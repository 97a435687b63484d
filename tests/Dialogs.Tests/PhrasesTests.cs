using System.Reflection;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

public class PhrasesTests
{
    private static readonly string[] Unwanted = ["why did you", "alleged", "great", "awesome", "sorry to hear", "unfortunately", "we will catch", "we promise", "guarantee"];

    public static TheoryData<string> Questions => [.. QuestionOrder.ShortPath.Concat(QuestionOrder.Further)];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Every_question_is_asked_explained_and_named(string question)
    {
        var key = QuestionDialog.KeyOf(question);

        Assert.NotNull(Talk.Phrases.Find(key + "_Ask"));
        Assert.NotNull(Talk.Phrases.Find(key + "_Help"));
        Assert.NotNull(Talk.Phrases.Find(key + "_Label"));
    }

    [Fact]
    public void Every_choice_has_words()
    {
        (string Question, IEnumerable<string> Values)[] choices =
        [
            (Question.Safety, SafetyChoice.All), (Question.Role, RoleChoice.All), (Question.Behaviours, BehaviourChoice.All),
            (Question.Harm, HarmChoice.All), (Question.Damage, DamageChoice.All), (Question.WhoDidIt, WhoDidItChoice.All),
            (Question.Children, YesNoChoice.All), (Question.Before, BeforeChoice.All), (Question.Ongoing, YesNoChoice.All),
            (Question.ToldAnyone, ToldChoice.All), (Question.WhoMayBeTold, ToldOnwardChoice.All), (Question.SafeChannels, ChannelChoice.All),
            (Question.Voicemail, VoicemailChoice.All), (Question.Needs, NeedChoice.All), (Question.Age, YesNoChoice.All),
            (Question.AffectedPersonKnows, YesNoChoice.All), (Question.Perception, Enum.GetValues<Characteristic>().Select(c => c.Label())),
        ];

        Assert.All(choices, choice => Assert.All(choice.Values, value => Assert.NotEqual(value, AnswerText.Label(Talk.Phrases, choice.Question, value))));
    }

    [Fact]
    public void Every_way_has_words_to_press_and_words_to_type()
    {
        var ways = typeof(Ways).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(way => way != Ways.ChangeOne);

        Assert.All(ways, way =>
        {
            Assert.NotNull(Talk.Phrases.Find("Way_" + way[1..]));
            Assert.NotEmpty(Talk.Phrases.Alternatives("Words_" + way[1..]));
        });
    }

    [Fact]
    public void Nothing_is_cheerful_doubting_or_promising()
    {
        foreach (var key in Talk.Phrases.Keys.Where(IsSaid))
        {
            var text = Talk.Phrases[key];
            Assert.DoesNotContain('!', text);
            Assert.DoesNotContain(text, c => char.IsSurrogate(c));
            Assert.All(Unwanted, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void No_message_is_longer_than_forty_words()
    {
        var longer = Talk.Phrases.Keys.Where(IsSaid)
            .Where(key => Talk.Phrases[key].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > 40);

        Assert.Empty(longer);
    }

    [Fact]
    public void Dialogs_hold_nothing_that_can_change()
    {
        var dialogs = typeof(Assistant).Assembly.GetTypes().Where(type => typeof(Dialog).IsAssignableFrom(type));

        Assert.All(dialogs, dialog => Assert.All(
            dialog.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(field => field.DeclaringType!.Assembly == dialog.Assembly),
            field => Assert.True(field.IsInitOnly || IsConstructorParameter(field), $"{dialog.Name}.{field.Name} can change.")));
    }

    // A parameter of a primary constructor is kept in a field of this name; what comes in by constructor is a service, never a person's data.
    private static bool IsConstructorParameter(FieldInfo field) => field.Name.EndsWith(">P", StringComparison.Ordinal) && field.FieldType != typeof(string);

    // Words a person types are not words the assistant says.
    private static bool IsSaid(string key) => !key.StartsWith("Words_", StringComparison.Ordinal) && !key.EndsWith("_Words", StringComparison.Ordinal);
}
