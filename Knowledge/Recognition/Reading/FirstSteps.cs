namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>What must come for a step from the beginning to lead anywhere, gaps taken into account.</summary>
/// <param name="Wanted">What may come.</param>
/// <param name="Within">Within how many words of the same sentence; 0 where anything may come, or nothing.</param>
internal readonly record struct Outlook(Wanted Wanted, int Within);

/// <summary>A step from the beginning.</summary>
/// <param name="Outlook">What must come after it: where it does not come, the step leads nowhere.</param>
/// <param name="Step">The step.</param>
internal readonly record struct FirstStep(Outlook Outlook, Step Step);

/// <summary>The steps from the beginning by the words or the kinds of terms that take them, one after the other in memory.</summary>
internal sealed class FirstSteps
{
    private readonly ulong[] _some;
    private readonly int[] _starts;
    private readonly FirstStep[] _steps;

    /// <summary>Takes the steps of each word or kind; null for none.</summary>
    public FirstSteps(List<FirstStep>?[] steps)
    {
        _starts = new int[steps.Length + 1];
        _some = new ulong[(steps.Length / 64) + 1];
        for (var i = 0; i < steps.Length; i++)
        {
            _starts[i + 1] = _starts[i] + (steps[i]?.Count ?? 0);
            if (steps[i] is not null)
                _some[i >> 6] |= 1UL << i;
        }

        _steps = [.. steps.SelectMany(static some => some ?? [])];
    }

    /// <summary>True when a word or a kind has steps. A bit for each stays near the processor.</summary>
    public bool Any(int key) => (_some[key >> 6] >> key & 1) != 0;

    /// <summary>The steps of a word or a kind.</summary>
    public ReadOnlySpan<FirstStep> Of(int key) => _steps.AsSpan(_starts[key].._starts[key + 1]);
}
