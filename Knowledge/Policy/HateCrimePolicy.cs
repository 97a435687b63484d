using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Policy;

/// <summary>The hate crime policy in our own plain words, paragraph by paragraph.</summary>
public sealed class HateCrimePolicy
{
    private readonly FrozenDictionary<string, PolicyEntry> _byId;

    private HateCrimePolicy(PolicyFile file)
    {
        File = file;
        Entries = [.. file.Entries.Select(entry => new PolicyEntry(entry.Id, entry.Paragraph, entry.Topics, entry.Says))];
        if (Entries.GroupBy(entry => entry.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw Problem($"The entry '{twice.Key}' stands there twice.");
        _byId = Entries.ToFrozenDictionary(entry => entry.Id);
        Behaviours = [.. file.Entries.Where(entry => entry.Behaviour is not null).Select(Behaviour).OrderBy(behaviour => behaviour.Number)];
        Types = [.. file.Types.Select(Type)];
        Silences = [.. file.Silent.Select(silent => new PolicySilence(silent.Id, silent.Says, [.. silent.Nearest.Select(Entry)]))];
        if (!Behaviours.Select(behaviour => behaviour.Number).SequenceEqual(Enumerable.Range(1, 10)))
            throw Problem("The behaviours of 3.5 must be the numbers 1 to 10.");
        HateIncident = Entry("3.2");
        HateCrime = Entry("3.1.1");
        Difference = Entry("3.2.3");
    }

    /// <summary>The policy that came with the program.</summary>
    public static HateCrimePolicy Embedded { get; } = new(EmbeddedData.Read(PolicyFile.Path, PolicyJsonContext.Default.PolicyFile));

    /// <summary>Its title.</summary>
    public string Title => File.Title;

    /// <summary>How often it is reviewed, in years (12.1).</summary>
    public int ReviewEveryYears => File.ReviewEveryYears;

    /// <summary>How often the services of Appendix A are reviewed, in years (12.2).</summary>
    public int ServicesReviewEveryYears => File.ServicesReviewEveryYears;

    /// <summary>Names and terms that cannot be made plainer: each counts as one short word when the texts are checked for ease.</summary>
    public ImmutableArray<string> Names => File.Names;

    /// <summary>Every paragraph and point, in the policy's order.</summary>
    public ImmutableArray<PolicyEntry> Entries { get; }

    /// <summary>The ten behaviours of 3.5.</summary>
    public ImmutableArray<PolicyBehaviour> Behaviours { get; }

    /// <summary>The five types of 3.1, then sex and gender of 3.2.</summary>
    public ImmutableArray<PolicyType> Types { get; }

    /// <summary>What people ask about on which the policy is silent.</summary>
    public ImmutableArray<PolicySilence> Silences { get; }

    /// <summary>What a hate incident is (3.2).</summary>
    public PolicyEntry HateIncident { get; }

    /// <summary>What a hate crime is (3.1).</summary>
    public PolicyEntry HateCrime { get; }

    /// <summary>How the two differ (3.2).</summary>
    public PolicyEntry Difference { get; }

    /// <summary>The data file, for the questions that lead to its entries.</summary>
    internal PolicyFile File { get; }

    /// <summary>A policy from another copy of the file; throws <see cref="KnowledgeDataException"/> when it cannot be.</summary>
    public static HateCrimePolicy Read(Stream json) => new(EmbeddedData.Read(PolicyFile.Path, json, PolicyJsonContext.Default.PolicyFile));

    /// <summary>The entry with that id; null when there is none.</summary>
    public PolicyEntry? Find(string id) => _byId.GetValueOrDefault(id);

    private PolicyEntry Entry(string id) => Find(id) ?? throw Problem($"There is no entry '{id}'.");

    private PolicyBehaviour Behaviour(EntryEntry entry) => entry is { Behaviour: { } number, Label: { } label, Example: { } example }
        ? new PolicyBehaviour(number, label, example, Entry(entry.Id))
        : throw Problem($"The behaviour '{entry.Id}' needs a label and an example.");

    private static PolicyType Type(TypeEntry type) => CharacteristicLabels.TryParse(type.Characteristic, out var characteristic)
        ? new PolicyType(characteristic, type.Paragraph, type.Label, type.Hint)
        : throw Problem($"'{type.Characteristic}' is no characteristic.");

    private static KnowledgeDataException Problem(string problem) => new(PolicyFile.Path, problem);
}
