namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>The weight a stretch of words brought for what is explained.</summary>
/// <param name="First">The first word.</param>
/// <param name="End">The word after the last.</param>
/// <param name="Weight">The weight.</param>
internal readonly record struct Share(int First, int End, float Weight);
