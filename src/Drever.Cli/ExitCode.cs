namespace Drever.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A query failed, or some record could not be stored.</summary>
    public const int Failed = 1;

    /// <summary>The command was called wrongly.</summary>
    public const int Misuse = 2;
}
