namespace IntegrationHub.Simulators.Inbox;

/// <summary>One line of the inbox: a signal to one partner, however often the hub wrote about it.</summary>
internal sealed record InboxItem
{
    /// <summary>The webhook-id of the first message about it.</summary>
    public required string WebhookId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the hub decided what is shown now; orders messages that overtook each other.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    public required InboxSignal Signal { get; init; }

    /// <summary>When the hub last said something else about the same signal.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was withdrawn, by language.</summary>
    public IReadOnlyDictionary<string, string>? WithdrawalText { get; init; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    /// <summary>Only its withdrawal came yet: what it said is not known.</summary>
    public bool IsWithdrawalAlone => IsWithdrawn && ReferenceEquals(Signal.Text, WithdrawalText);

    /// <summary>The line that a first message makes.</summary>
    public static InboxItem First(string webhookId, InboxMessage message, DateTimeOffset now)
    {
        var item = new InboxItem { WebhookId = webhookId, ReceivedAt = now, DecidedAt = message.Timestamp, Signal = message.Data };
        return message.IsWithdrawal ? item.WithdrawnBy(message) : item;
    }

    /// <summary>The line after one more message. Messages may overtake each other: the last decision of the hub counts, not the last arrival.</summary>
    public InboxItem After(InboxMessage message)
    {
        if (message.Timestamp < DecidedAt)
            return IsWithdrawalAlone && !message.IsWithdrawal ? this with { Signal = message.Data } : this;
        if (message.IsWithdrawal)
            return WithdrawnBy(message);
        return this with
        {
            Signal = message.Data,
            DecidedAt = message.Timestamp,
            UpdatedAt = message.IsUpdate ? message.Timestamp : UpdatedAt,
            WithdrawnAt = null,
            WithdrawalText = null,
        };
    }

    private InboxItem WithdrawnBy(InboxMessage message) =>
        this with { DecidedAt = message.Timestamp, WithdrawnAt = message.Timestamp, WithdrawalText = message.Data.Text };
}
