namespace Drever.Hunting;

/// <summary>Runs hunts. What a caller can do wrong comes back as a value; only cancellation is thrown.</summary>
public interface IHuntingService
{
    Task<HuntingOutcome> RunAsync(HuntingRequest request, CancellationToken cancellationToken);
}

/// <summary>Either an error or a running answer, never both; the answer is the caller's to dispose.</summary>
public readonly struct HuntingOutcome
{
    private HuntingOutcome(HuntingError? error, IHuntingAnswer? answer)
    {
        Error = error;
        Answer = answer;
    }

    public HuntingError? Error { get; }

    public IHuntingAnswer? Answer { get; }

    public static HuntingOutcome Failed(HuntingError error) => new(error, null);

    public static HuntingOutcome Running(IHuntingAnswer answer) => new(null, answer);
}
