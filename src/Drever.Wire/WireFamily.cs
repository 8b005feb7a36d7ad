namespace Drever.Wire;

/// <summary>Which of the three public contracts a request came in by.</summary>
public enum WireFamily
{
    /// <summary>Legacy Defender for Endpoint advanced queries: <c>/api/advancedqueries/run</c>.</summary>
    Mde,

    /// <summary>Defender XDR advanced hunting: <c>/api/advancedhunting/run</c>.</summary>
    M365d,

    /// <summary>Microsoft Graph security: <c>/v1.0/security/runHuntingQuery</c> and <c>/beta/...</c>.</summary>
    Graph,
}
