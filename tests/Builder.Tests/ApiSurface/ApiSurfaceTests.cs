using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ReportBot.Builder.Tests.ApiSurface;

/// <summary>
/// Code written against our Builder must compile against the official packages. So everything ours offers must exist there with the
/// same signature; it may offer less, and its classes may be sealed where theirs are not.
/// </summary>
public sealed class ApiSurfaceTests
{
    // Types that are not in the official packages, with the reason.
    private static readonly Dictionary<string, string> OurOwnTypes = new()
    {
        ["Microsoft.Bot.Schema.SchemaJsonContext"] =
            "Source generation needs a class. Only *.own.cs files, which the build against the official packages leaves out, may name it.",
    };

    // Members that are not in the official packages, with the reason.
    private static readonly Dictionary<string, string> OurOwnMembers = new()
    {
        ["Microsoft.Bot.Builder.MemoryStorage: MemoryStorage()"] =
            "There, the constructor's only parameter is an optional dictionary; a call without arguments is the same.",
        ["Microsoft.Bot.Builder.MemoryStorage: MemoryStorage(JsonSerializerOptions options)"] =
            "There, it takes a Newtonsoft serialiser. Only tests of this project name it.",
    };

    // Classes that hold only static members are static here. There they can also be constructed, to no use.
    private static readonly HashSet<string> StaticHere =
    [
        "Microsoft.Bot.Connector.Channels",
        "Microsoft.Bot.Builder.Dialogs.Choices.ChoiceFactory",
        "Microsoft.Bot.Builder.Dialogs.Choices.ChoiceRecognizers",
    ];

    // Interfaces that have more members there: implemented by the SDK's own classes and never by ours.
    private static readonly HashSet<string> NeverImplemented = ["Microsoft.Bot.Schema.IActivity"];

    private static readonly Type[] Exported = typeof(IBot).Assembly.GetExportedTypes();

    public static TheoryData<string> Types => [.. Exported.Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Everything_offered_is_in_the_official_api(string type)
    {
        var differences = Differences(typeof(IBot).Assembly.GetType(type)!);

        Assert.Empty(differences);
    }

    [Fact]
    public void Everything_that_must_be_implemented_or_overridden_there_is_here()
    {
        var here = Exported.Select(type => new OwnType(type)).ToDictionary(type => type.Name);
        var missing =
            from official in OfficialType.All.Values
            where !NeverImplemented.Contains(official.Name)
            from member in official.Members
            where official.Kind == "interface" || member.Contains("abstract ", StringComparison.Ordinal)
            where !here[official.Name].Members().Contains(member)
            select $"{official.Name}: {member}";

        Assert.Empty(missing);
    }

    [Fact]
    public void No_exception_is_listed_that_is_not_needed()
    {
        var types = Exported.ToDictionary(type => type.FullName!, type => new OwnType(type));
        var members = types.Values.SelectMany(type => type.Members().Select(member => $"{type.Name}: {member}")).ToHashSet();

        Assert.All(OurOwnTypes.Keys, type => Assert.True(types.ContainsKey(type) && !OfficialType.All.ContainsKey(type)));
        Assert.All(OurOwnMembers.Keys, member => Assert.Contains(member, members));
        Assert.All(StaticHere, type => Assert.Equal(("static class", "class"), (types[type].Kind, OfficialType.All[type].Kind)));
        Assert.All(OfficialType.All.Keys, type => Assert.Contains(type, types.Values.Select(own => own.Name)));
    }

    [Theory]
    [InlineData(typeof(Invented.IBot), "Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)")]
    [InlineData(typeof(Invented.ResourceResponse), "string Name {get;set;}")]
    [InlineData(typeof(Invented.InputHints), "const AcceptingInput=\"accepting\"")]
    [InlineData(typeof(Invented.Unheard), "the type itself")]
    public void A_difference_is_noticed(Type type, string difference)
    {
        var counterpart = OfficialType.All.Values.FirstOrDefault(official => Last(official.Name) == type.Name);

        Assert.Contains(difference, Differences(new OwnType(type), counterpart));
    }

    [Fact]
    public void No_file_outside_names_what_the_official_packages_lack()
    {
        var root = RepositoryRoot();
        var offenders =
            from room in new[] { "Bot", "Dialogs", "Knowledge", "tests/Bot.Tests", "tests/Dialogs.Tests", "tests/EndToEnd" }
            from file in Directory.EnumerateFiles(Path.Combine(root, room), "*.cs", SearchOption.AllDirectories)
            where !file.EndsWith(".own.cs", StringComparison.Ordinal)
            where File.ReadAllText(file).Contains(nameof(SchemaJsonContext), StringComparison.Ordinal)
            select Path.GetRelativePath(root, file);

        Assert.Empty(offenders);
    }

    private static IEnumerable<string> Differences(Type type)
    {
        var own = new OwnType(type);
        return OurOwnTypes.ContainsKey(own.Name) ? [] : Differences(own, OfficialType.All.GetValueOrDefault(own.Name));
    }

    private static IEnumerable<string> Differences(OwnType own, OfficialType? official)
    {
        if (official is null)
            return ["the type itself"];
        var there = official.Members.Concat(official.Members.Select(WithoutSetter)).ToHashSet();
        var members = own.Members().Where(member => !there.Contains(member) && !OurOwnMembers.ContainsKey($"{own.Name}: {member}"));
        var bases = own.Bases().Where(parent => !official.Bases.Contains(parent));
        var kind = own.Kind == official.Kind || StaticHere.Contains(own.Name) ? Array.Empty<string>() : [$"{own.Kind}, not {official.Kind}"];
        var order = own.Kind == "enum" && !own.Members().SequenceEqual(official.Members) ? ["the values or their order"] : Array.Empty<string>();
        return [.. kind, .. bases, .. members, .. order];
    }

    private static string WithoutSetter(string member) => member.Replace("{get;set;}", "{get;}", StringComparison.Ordinal);

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ReportBot.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository's root was not found.");
        return folder;
    }
}
