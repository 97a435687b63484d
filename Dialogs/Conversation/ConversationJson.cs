using System.Text.Json.Serialization;
using ReportBot.Dialogs.Person;

namespace ReportBot.Dialogs.Conversation;

/// <summary>Source-generated JSON of what the conversation stores and shows. No type names, nothing read by reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredState))]
[JsonSerializable(typeof(ReplyValue))]
[JsonSerializable(typeof(QuestionCard))]
[JsonSerializable(typeof(SummaryCard))]
[JsonSerializable(typeof(ServicesCard))]
[JsonSerializable(typeof(ReturnCodeCard))]
[JsonSerializable(typeof(ReceiptCard))]
[JsonSerializable(typeof(PersonRequest))]
public sealed partial class ConversationJson : JsonSerializerContext;
