namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>Decides when the intake fails. Seeded, so that a failure comes back when the test is run again.</summary>
internal sealed class Faults(IntakeFailure kind, int seed)
{
#pragma warning disable CA5394 // Nobody has to be unable to guess this.
    private readonly Random random = new(seed);
    private readonly Lock gate = new();

    /// <summary>Throws every other time or so.</summary>
    public void Strike()
    {
        lock (gate)
        {
            if (random.Next(2) == 0)
                throw new SimulatedFailure(kind switch { IntakeFailure.Transient => false, IntakeFailure.Permanent => true, _ => random.Next(2) == 0 });
        }
    }
#pragma warning restore CA5394
}
