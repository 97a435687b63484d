namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>What is scored together: the six characteristics by their numbers in <see cref="Strands"/>, then the ten behaviours of policy 3.5, then hostility of any kind.</summary>
internal static class Columns
{
    /// <summary>How many behaviours policy 3.5 lists.</summary>
    public const int Behaviours = 10;

    /// <summary>How many columns there are.</summary>
    public const int Count = Strands.Count + Behaviours + 1;

    /// <summary>The column of hostility towards anyone for who they are: what it is aimed at is asked once it is known.</summary>
    public const int Hostility = Count - 1;

    /// <summary>The column of a behaviour.</summary>
    /// <param name="number">The bullet in policy 3.5, 1 to 10.</param>
    public static int OfBehaviour(int number) => Strands.Count + number - 1;
}
