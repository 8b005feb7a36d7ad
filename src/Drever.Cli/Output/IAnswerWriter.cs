using Drever.Hunting;

namespace Drever.Cli.Output;

/// <summary>Writes an answer's rows in one of the formats of <c>--format</c>.</summary>
internal interface IAnswerWriter
{
    void Begin(IHuntingAnswer answer);

    /// <summary>The answer's current row.</summary>
    void Row(IHuntingAnswer answer);

    void End();
}
