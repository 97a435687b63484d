using ReportBot.Knowledge.Recognition;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>Danger now is seen also where nobody says "help", and what only sounds like it is left alone.</summary>
public class DangerTests
{
    private static readonly DangerWatch Watch = new();

    [Theory]
    [InlineData("her lips have gone blue")]
    [InlineData("he has my brother in a headlock")]
    [InlineData("theyve got her tied up")]
    [InlineData("two men forced a woman into a white van")]
    [InlineData("they are taking the hinges off")]
    [InlineData("the shed is alight")]
    [InlineData("the carbon monoxide alarm is going off")]
    [InlineData("a crowd is heading here and they have got our address")]
    [InlineData("he is outside my door now with a hammer")]
    public void An_emergency_told_without_asking_for_help_is_seen(string text) => Assert.True(Watch.Look(text).IsEmergency);

    [Theory]
    [InlineData("tell my daughter i am sorry, i have taken them all")]
    [InlineData("i am going up to the top of the car park now")]
    [InlineData("no more pain after tonight")]
    public void A_farewell_is_taken_for_self_harm(string text) => Assert.Equal(DangerKind.SelfHarm, Watch.Look(text).Kind);

    [Theory]
    [InlineData("my phone died halfway through")]
    [InlineData("no one is in danger")]
    [InlineData("do I need a carbon monoxide alarm if the cooker is electric")]
    [InlineData("my heart stopped when I read the bill")]
    [InlineData("pigeons on the ledge again")]
    public void What_only_sounds_like_danger_is_not(string text) => Assert.False(Watch.Look(text).IsEmergency);
}
