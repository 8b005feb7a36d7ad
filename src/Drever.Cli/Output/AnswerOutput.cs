using Drever.Hunting;

namespace Drever.Cli.Output;

/// <summary>Pumps an answer into a writer.</summary>
internal static class AnswerOutput
{
    public static async Task WriteAsync(IHuntingAnswer answer, IAnswerWriter writer, CancellationToken cancel)
    {
        using var _ = writer as IDisposable;
        writer.Begin(answer);
        while (await answer.ReadAsync(cancel))
            writer.Row(answer);
        writer.End();
    }
}
