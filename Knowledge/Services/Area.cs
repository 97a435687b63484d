namespace ReportBot.Knowledge.Services;

/// <summary>The areas services tell apart. Kent takes in the other three.</summary>
public enum Area
{
    /// <summary>Kent.</summary>
    Kent,

    /// <summary>Medway: Chatham, Gillingham, Rochester and the towns around them.</summary>
    Medway,

    /// <summary>Sevenoaks and its district.</summary>
    Sevenoaks,

    /// <summary>Swanley.</summary>
    Swanley,

    /// <summary>Outside Kent.</summary>
    Elsewhere,
}
