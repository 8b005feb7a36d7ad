namespace Drever.Cli;

/// <summary>Something the caller can put right; its message is all that is printed.</summary>
internal sealed class UserErrorException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
