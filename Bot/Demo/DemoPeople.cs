using System.Globalization;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Demo;

/// <summary>Who tells made-up reports, and where they live. Numbers and addresses are ones that Ofcom and RFC 2606 keep free for stories, in streets that are nowhere.</summary>
internal sealed class DemoPeople(DemoStories stories)
{
    // The second half of a postcode never holds C, I, K, M, O or V.
    private const string Letters = "ABDEFGHJLN";

    /// <summary>How the person of a story can be reached.</summary>
    public Answer Contact(DemoStory story, int number, DateTimeOffset at)
    {
        var name = Name(number);
        var contact = story.Contact switch
        {
            "anonymous" => new ContactDetails { Anonymous = true },
            "email" => new ContactDetails { Name = name, Email = string.Create(CultureInfo.InvariantCulture, $"person{number}@example.com") },
            _ => new ContactDetails { Name = name, Phone = string.Create(CultureInfo.InvariantCulture, $"07700900{number % 1000:000}") },
        };
        var words = contact.Anonymous ? "I would rather stay anonymous" : $"{name}, {contact.Phone ?? contact.Email}";
        return new Answer { Question = Question.Contact, Kind = AnswerKind.Given, Words = words, Contact = contact, At = at };
    }

    /// <summary>Where the person of a story lives; null when they stay anonymous.</summary>
    public Answer? Address(DemoStory story, int number, DateTimeOffset at)
    {
        if (story.Contact == "anonymous")
            return null;
        // Numbers without a common divisor, so that house, street and postcode do not go round together.
        var (house, street, district) = ((number * 7 % 219) + 1, stories.Streets[number * 3 % stories.Streets.Length], stories.Districts[number % stories.Districts.Length]);
        var inward = string.Create(CultureInfo.InvariantCulture, $"{(number / 7 % 9) + 1}{Letters[number / 11 % 10]}{Letters[number / 13 % 10]}");
        return new Answer
        {
            Question = Question.Address, Kind = AnswerKind.Given, At = at,
            Words = string.Create(CultureInfo.InvariantCulture, $"{house} {street}, {district} {inward}"),
        };
    }

    private string Name(int number)
    {
        var name = stories.Names[number % stories.Names.Length];
        return number < stories.Names.Length ? name : $"{name.Split(' ')[0]} {stories.Surnames[number % stories.Surnames.Length]}";
    }
}
