using System.Reflection;
using System.Xml.Linq;

namespace ReportBot.Bot.Tests.Architecture;

/// <summary>References go one way: Bot to Dialogs to Knowledge, and to the Bot Framework. Nothing else.</summary>
public class ArrowTests
{
    private const string Own = "ReportBot.";

    [Theory]
    [InlineData("Knowledge", "")]
    [InlineData("BotFramework/Builder", "")]
    [InlineData("Dialogs", "Knowledge,Builder")]
    [InlineData("Bot", "Dialogs,Builder")]
    public void A_room_refers_only_to_the_rooms_it_may(string room, string allowed)
    {
        var project = XDocument.Load(Directory.GetFiles(Path.Combine(Root(), room), "*.csproj").Single());
        var references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        var usesBuilder = project.Descendants("UsesBotBuilder").Any(switched => switched.Value == "true");

        Assert.Subset(
            allowed.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(),
            (usesBuilder ? references.Append("Builder") : references).ToHashSet());
    }

    [Fact]
    public void Knowledge_knows_no_bot_no_web_and_no_store() =>
        Assert.DoesNotContain(Referenced("ReportBot.Knowledge"), name => Is(name, "Microsoft.Bot", "Microsoft.AspNetCore", "Microsoft.Data", "Microsoft.EntityFrameworkCore", Own));

    [Fact]
    public void Dialogs_know_no_web_and_no_store() =>
        Assert.DoesNotContain(Referenced("ReportBot.Dialogs"), name => Is(name, "Microsoft.AspNetCore", "System.Net.Http", "Microsoft.Data", "Microsoft.EntityFrameworkCore", "ReportBot.Bot,"));

    [Fact]
    public void The_bot_framework_knows_nothing_of_us() =>
        Assert.DoesNotContain(Referenced("ReportBot.BotFramework.Builder"), name => Is(name, "Microsoft.AspNetCore", Own));

    private static IEnumerable<string> Referenced(string assembly) => Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.FullName);

    private static bool Is(string name, params string[] prefixes) => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ReportBot.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder;
    }
}
