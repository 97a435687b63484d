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

    [Theory]
    [InlineData("ahmed")]
    [InlineData("Yusuf")]
    [InlineData("Elizabeth")]
    [InlineData("Oluwaseun Adebayo")]
    [InlineData("Siobhan O'Rourke")]
    [InlineData("my name is Krzysztof")]
    [InlineData("Elif Yildiz")]
    [InlineData("Tenzin Wangchuk")]
    [InlineData("Mrs E Blythe")]
    [InlineData("20 Cliffe Road, Herne Bay")]
    [InlineData("flat 9 wyke close snodland")]
    [InlineData("Thanet Way")]
    [InlineData("Ashenden Walk, by the shops")]
    [InlineData("ct10 8bx")]
    [InlineData("BR10 6GN")]
    [InlineData("07917 306111")]
    [InlineData("kwame.mensah29@outlook.com")]
    [InlineData("5/8/26")]
    [InlineData("26/10/26 about 9")]
    [InlineData("the 3rd of November at 4.30 in the morning")]
    [InlineData("Tuesday night, half ten")]
    [InlineData("46/11595/26")]
    [InlineData("RB-GABY-5399")]
    [InlineData("0qm1-2gse-ca8f-dnbs")]
    [InlineData("since about august")]
    [InlineData("number 14 opposite")]
    [InlineData("my youngest daughter")]
    [InlineData("text or email")]
    [InlineData("the stairwell")]
    [InlineData("a grey astra")]
    [InlineData("dont know")]
    [InlineData("not sure tbh")]
    [InlineData("please dont tell my school")]
    [InlineData("evenings after 6")]
    [InlineData("it stopped in june")]
    public void A_bare_answer_to_a_question_is_no_danger(string answer) => Assert.False(new DangerWatch().Look(answer).IsEmergency);

    [Theory]
    [InlineData("hes 4t my d00r n0w")]
    [InlineData("hes g0t a gun h3re")]
    [InlineData("man with a kn1fe")]
    [InlineData("ahmed has been stabbed")]
    [InlineData("yusuf not breathing")]
    [InlineData("Help Ahmed")]
    [InlineData("help him")]
    [InlineData("Ahmed Stabd")]
    [InlineData("Hlep Mee")]
    [InlineData("Fier Fier")]
    [InlineData("help me")]
    [InlineData("help please help")]
    [InlineData("Siobhan Bleeding")]
    [InlineData("Fire Gurung")]
    [InlineData("my daughter stabbed")]
    [InlineData("stranger in my flat")]
    [InlineData("stairwell on fire")]
    [InlineData("mum not breathing")]
    public void Words_beside_names_and_with_digits_in_them_are_judged(string text) => Assert.True(Watch.Look(text).IsEmergency);

    [Fact]
    public void A_code_to_come_back_with_is_hardly_ever_taken_for_danger()
    {
        var watch = new DangerWatch();
        var chance = new Random(26);
        var codes = Enumerable.Range(0, 3000).Select(_ => string.Join('-', Enumerable.Range(0, 4).Select(_ => string.Concat(chance.GetItems("0123456789ABCDEFGHJKMNPQRSTVWXYZ".AsSpan(), 4)))));

        Assert.InRange(codes.Count(code => watch.Look(code).IsEmergency), 0, 2);
    }
}
