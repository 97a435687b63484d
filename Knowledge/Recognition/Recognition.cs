using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition;

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="Length">How long it is, 1 or more.</param>
public readonly record struct Span(int Start, int Length)
{
    /// <summary>The words it covers.</summary>
    public string In(string text) => text.Substring(Start, Length);
}

/// <summary>A characteristic the hostility was likely aimed at, with the words that say so.</summary>
/// <param name="Characteristic">Which one; never <see cref="Characteristic.SomethingElse"/>.</param>
/// <param name="Evidence">The spans it rests on, in order; at least one.</param>
/// <param name="Confidence">How sure, above 0 to 1.</param>
public sealed record CharacteristicSuggestion(Characteristic Characteristic, ImmutableArray<Span> Evidence, double Confidence);

/// <summary>A behaviour of policy 3.5 that occurred, with the words that say so.</summary>
/// <param name="Behaviour">The number of the bullet in policy 3.5, 1 to 10.</param>
/// <param name="Evidence">The spans it rests on, in order; at least one.</param>
/// <param name="Confidence">How sure, above 0 to 1.</param>
public sealed record BehaviourSuggestion(int Behaviour, ImmutableArray<Span> Evidence, double Confidence);

/// <summary>What in an account spoke for a characteristic and against it, for whoever asks why it was suggested or was not.</summary>
/// <param name="Characteristic">Which one.</param>
/// <param name="IsSuggested">Whether it is suggested.</param>
/// <param name="Confidence">How sure, above 0 to 1, by this characteristic alone.</param>
/// <param name="Words">The words that weighed most, the heaviest first.</param>
public sealed record CharacteristicGrounds(Characteristic Characteristic, bool IsSuggested, double Confidence, ImmutableArray<WeighedWords> Words);

/// <summary>Words and how much they weighed.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Weight">For when above 0, against when below; 0.7 doubles or halves the odds.</param>
public readonly record struct WeighedWords(Span Span, double Weight);

/// <summary>What was recognised in an account. It suggests; the person decides.</summary>
/// <param name="Characteristics">Likely characteristics, in the order of <see cref="Characteristic"/>.</param>
/// <param name="Behaviours">Behaviours, in the policy's order.</param>
public sealed record Recognition(ImmutableArray<CharacteristicSuggestion> Characteristics, ImmutableArray<BehaviourSuggestion> Behaviours)
{
    /// <summary>
    /// Finer tags by which services are matched, in alphabetical order: antisemitic, anti-muslim, gypsy-roma-traveller, deaf… They are
    /// never shown, and only given for a characteristic that was recognised.
    /// </summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Nothing recognised.</summary>
    public static Recognition None { get; } = new([], []);
}

/// <summary>What a message says about safety now.</summary>
public enum DangerKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Someone is in danger now: 999 comes first.</summary>
    Emergency,

    /// <summary>The person, or someone else, means to end their life or hurt themselves.</summary>
    SelfHarm,

    /// <summary>Hopeless words without intent: not an emergency, but support numbers are offered gently.</summary>
    LowMood,
}

/// <summary>What was found about danger, with the words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Evidence">The spans it rests on; empty for none.</param>
public sealed record Danger(DangerKind Kind, ImmutableArray<Span> Evidence)
{
    /// <summary>No danger found.</summary>
    public static Danger None { get; } = new(DangerKind.None, []);

    /// <summary>True when 999 comes before anything else: an emergency, or intent to end a life now.</summary>
    public bool IsEmergency => Kind is DangerKind.Emergency or DangerKind.SelfHarm;
}
