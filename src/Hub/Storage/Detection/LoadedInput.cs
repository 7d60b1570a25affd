using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;

namespace IntegrationHub.Storage.Detection;

/// <summary>What was loaded under the locks.</summary>
/// <param name="Input">For the rules.</param>
/// <param name="Rechecks">The rechecks planned for those to evaluate, so that only changes are written.</param>
internal sealed record LoadedInput(DetectionInput Input, IReadOnlyDictionary<CitizenRef, DateTimeOffset> Rechecks);
