using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Equality;

/// <summary>
/// The questions of equality monitoring (age, sex, gender, ethnic group, religion, disability, orientation, language), in the order asked.
/// They are about whoever tells us, optional each and all, and nothing of a report.
/// </summary>
public static class EqualityQuestions
{
    /// <summary>The choice that says the person would rather not say; every question has it.</summary>
    public const string RatherNotSay = "rather-not-say";

    private const string File = "Equality/equality.json";

    /// <summary>The questions.</summary>
    public static ImmutableArray<EqualityQuestion> All { get; } = Read();

    /// <summary>The answers among these that are answers to our questions: each question's one choice. What is not a known choice is passed over.</summary>
    public static ImmutableSortedDictionary<string, string> Known(Func<string, string?> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var known = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var question in All)
            if (chosen(question.Id) is { } choice && question.Choices.Any(one => one.Id == choice))
                known[question.Id] = choice;
        return known.ToImmutable();
    }

    private static ImmutableArray<EqualityQuestion> Read()
    {
        var file = EmbeddedData.Read(File, EqualityJsonContext.Default.EqualityFile);
        var last = new EqualityChoice(RatherNotSay, file.RatherNotSay);
        return
        [
            .. file.Questions.Select(question => question.Choices.IsEmpty || question.Choices.Select(choice => choice.Id).Append(RatherNotSay).Distinct().Count() <= question.Choices.Length
                ? throw new KnowledgeDataException(File, $"The choices of '{question.Id}' are not told apart.")
                : question with { Choices = question.Choices.Add(last) }),
        ];
    }
}

internal sealed record EqualityFile(string About, string RatherNotSay, ImmutableArray<EqualityQuestion> Questions);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EqualityFile))]
internal sealed partial class EqualityJsonContext : JsonSerializerContext;
