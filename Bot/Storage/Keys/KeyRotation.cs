namespace ReportBot.Bot.Storage.Keys;

/// <summary>
/// Makes a new ring key, wraps every data key with it, and drops the old one once nothing is wrapped by it. The documents stay as they are.
/// Cut off at any moment, everything opens, and running it again finishes it.
/// </summary>
public sealed class KeyRotation(IKeyRing ring, IEnumerable<IRewrappable> keepers)
{
    /// <summary>Rotates; answers what was done. No other process may have the ring open.</summary>
    public async Task<RotatedKeys> RunAsync(CancellationToken cancellationToken)
    {
        // With more than one key in the ring an earlier run was cut off, and its new key is the one to go on with.
        if (ring.Ids.Count == 1)
            await ring.AddAsync(cancellationToken);
        var rewrapped = 0;
        // Only a round that finds nothing shows that nothing is left.
        for (var found = -1; found != 0; rewrapped += found)
            found = await RewrapAsync(cancellationToken);
        await ring.DropOldAsync(cancellationToken);
        return new RotatedKeys(ring.Current, rewrapped);
    }

    private async Task<int> RewrapAsync(CancellationToken cancellationToken)
    {
        var rewrapped = 0;
        foreach (var keeper in keepers)
            rewrapped += await keeper.RewrapAsync(ring, cancellationToken);
        return rewrapped;
    }
}

/// <summary>What a rotation did.</summary>
/// <param name="RingKey">The id of the ring key in use from now on.</param>
/// <param name="Rewrapped">How many data keys were wrapped anew.</param>
public sealed record RotatedKeys(int RingKey, int Rewrapped);
