namespace Drever.Hunting;

/// <summary>The API a hunt came in by: it decides the limits, not the language.</summary>
public enum HuntingFamily
{
    /// <summary>Legacy Defender for Endpoint advanced queries.</summary>
    Mde,

    /// <summary>Defender XDR advanced hunting.</summary>
    M365d,

    /// <summary>Microsoft Graph security.</summary>
    Graph,

    /// <summary>The command line on this machine: no API limits.</summary>
    Local,
}
