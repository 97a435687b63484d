using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Commands;

/// <summary>An account to read.</summary>
/// <param name="Id">Whatever the caller knows it by; given back as it came.</param>
/// <param name="Text">The words.</param>
internal sealed record GivenAccount(JsonElement Id, string? Text);

/// <summary>What was recognised in an account: a published format.</summary>
/// <param name="Id">The caller's id.</param>
/// <param name="Labels">Characteristics, as <see cref="CharacteristicLabels"/> writes them.</param>
/// <param name="Behaviours">The bullets of policy 3.5, 1 to 10.</param>
/// <param name="Emergency">True when 999 comes first.</param>
/// <param name="Evidence">The words each rests on.</param>
internal sealed record RecognisedAccount(
    JsonElement Id, ImmutableArray<string> Labels, ImmutableArray<int> Behaviours, bool Emergency, ImmutableArray<RecognisedWords> Evidence);

/// <summary>Words something rests on.</summary>
/// <param name="For">What: a label, <c>behaviour-1</c> to <c>behaviour-10</c>, or <c>emergency</c>.</param>
/// <param name="Start">Where they begin, in UTF-16 code units from 0.</param>
/// <param name="Length">How long they are.</param>
/// <param name="Words">The words.</param>
internal sealed record RecognisedWords(string For, int Start, int Length, string Words);

/// <summary>A line that could not be read.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Error">What is wrong with it. The line itself is not repeated.</param>
internal sealed record RecogniseProblem(int Line, string Error);

/// <summary>The JSON of <c>recognise</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GivenAccount))]
[JsonSerializable(typeof(RecognisedAccount))]
[JsonSerializable(typeof(RecogniseProblem))]
internal sealed partial class RecognisedJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay as they are: it is read by people and programs, never put into a page.</summary>
    public static RecognisedJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The account of a line, or what is wrong with the line.</summary>
    public static (GivenAccount? Account, string Problem) Read(string line)
    {
        try
        {
            var account = JsonSerializer.Deserialize(line, Default.GivenAccount);
            if (account is null || account.Id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                return (null, "\"id\" is missing, or neither a string nor a number");
            return account.Text is null ? (null, "\"text\" is missing") : (account, "");
        }
        catch (JsonException)
        {
            return (null, "the line is not a JSON object with \"id\" and \"text\"");
        }
    }
}
