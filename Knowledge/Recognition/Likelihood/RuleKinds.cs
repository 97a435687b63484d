using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>What the headings of Rules/Likely mean: "race strong go-back" speaks for a characteristic, "context aimed" of how a term stands.</summary>
internal sealed class RuleKinds
{
    private static readonly string[] Contexts = ["aimed", "insult", "out", "ruled", "self", "kindly", "thing", "told"];

    private static readonly string[] Tones = ["ruling", "supposed", "turning", "fact"];

    private readonly (int Strand, int Context, uint Weight, uint Name, bool Strong)[] _rules;

    /// <summary>Reads the headings.</summary>
    public RuleKinds(IReadOnlyList<string> headings) => _rules = [.. headings.Select(Read)];

    /// <summary>How many ways to stand there are.</summary>
    public static int ContextCount => Contexts.Length;

    /// <summary>The bit of <see cref="ToneOf"/> that says a reason is ruled out.</summary>
    public const byte Ruling = 1;

    /// <summary>The characteristic a rule speaks for; less than 0 for a rule of context.</summary>
    public int StrandOf(int rule) => _rules[rule].Strand;

    /// <summary>The way of standing a rule tells; -1 for any other rule.</summary>
    public int ContextOf(int rule) => _rules[rule] is { Strand: -1, Context: var context } ? context : -1;

    /// <summary>What a rule says of its whole sentence, as a bit; 0 for any other rule.</summary>
    public byte ToneOf(int rule) => _rules[rule] is { Strand: -2, Context: var tone } ? (byte)(1 << tone) : (byte)0;

    /// <summary>How plainly the rule speaks, as a feature.</summary>
    public uint WeightOf(int rule) => _rules[rule].Weight;

    /// <summary>The rule's own name, as a feature.</summary>
    public uint NameOf(int rule) => _rules[rule].Name;

    /// <summary>True when the rule speaks plainly by itself.</summary>
    public bool IsStrong(int rule) => _rules[rule].Strong;

    /// <summary>The number of a way of standing.</summary>
    public static int Number(string context) => Array.IndexOf(Contexts, context);

    /// <summary>The bit of a way of standing.</summary>
    public static int Bit(string context) => 1 << Number(context);

    private static (int, int, uint, uint, bool) Read(string heading)
    {
        var parts = heading.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["context", var context] && Array.IndexOf(Contexts, context) is var number and >= 0)
            return (-1, number, 0, 0, false);
        if (parts is ["sentence", var tone] && Array.IndexOf(Tones, tone) is var bit and >= 0)
            return (-2, bit, 0, 0, false);
        if (parts is [var label, var weight, _] && CharacteristicLabels.TryParse(label, out var characteristic))
            return (Array.IndexOf(Strands.All, characteristic), -1, Feature.Of(weight), Feature.Of(heading), weight == "strong");
        throw new FormatException($"Unknown heading {heading}.");
    }
}
