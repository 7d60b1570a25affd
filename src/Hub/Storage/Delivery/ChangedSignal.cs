using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals.Telling;

namespace IntegrationHub.Storage.Delivery;

/// <summary>A signal that was there and changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Kind of its first moment.</param>
/// <param name="Citizen">Whose that is.</param>
/// <param name="Standing">Ids of the moments that stand in it; none when it was withdrawn.</param>
/// <param name="IsFirst">Whether nobody was ever to receive it before.</param>
/// <param name="Told">Who is told what, by the partners' ids.</param>
internal sealed record ChangedSignal(Guid Id, string Code, CitizenRef Citizen, IReadOnlyList<Guid> Standing, bool IsFirst, IReadOnlyList<(TellingKind Kind, string Partner)> Told);
